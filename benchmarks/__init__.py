"""Measurements that are printed as tables; never part of the tests."""
