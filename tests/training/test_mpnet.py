"""The teacher's network against the one that its weights were made for."""

import pytest

torch = pytest.importorskip("torch", reason="the extra “training” is not installed")
transformers = pytest.importorskip("transformers", reason="the extra “training” is not installed")

from training import mpnet  # noqa: E402


def test_it_computes_what_mpnet_does(tmp_path, monkeypatch):
    monkeypatch.setattr(mpnet, "LAYERS", 2)
    torch.manual_seed(1)
    config = transformers.MPNetConfig(
        vocab_size=mpnet.PIECES, num_hidden_layers=2, max_position_embeddings=mpnet.PLACES, layer_norm_eps=1e-5
    )
    theirs = transformers.MPNetModel(config, add_pooling_layer=False).eval()
    theirs.save_pretrained(tmp_path)
    ours = mpnet.MPNet.from_base(tmp_path / "model.safetensors").eval()
    ids = torch.randint(1000, 30000, (2, 150))  # farther apart than the exact distances
    ids[:, 0], ids[:, -1] = 101, 102
    mask = torch.ones_like(ids)
    ids[1, 90:], mask[1, 90:] = 0, 0
    seen = []
    ours.span.register_forward_pre_hook(lambda _, inputs: seen.append(inputs[0]))
    with torch.inference_mode():
        ours(ids, torch.zeros_like(ids), mask)
        expected = theirs(input_ids=ours.ids[ids], attention_mask=mask).last_hidden_state
    torch.testing.assert_close(seen[0][mask.bool()], expected[mask.bool()], atol=1e-4, rtol=1e-4)
