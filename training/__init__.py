"""Training of the shipped models, from question sets and a public base to the files in `index/models`.

Not part of the installed packages. See `python -m training --help` and the README beside this file.
"""
