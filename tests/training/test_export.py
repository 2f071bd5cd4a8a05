"""The file that ships against the network it is written from: a small one with random weights."""

from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="the extra “training” is not installed")
pytest.importorskip("onnx", reason="the extra “training” is not installed")
transformers = pytest.importorskip("transformers", reason="the extra “training” is not installed")

import onnxruntime  # noqa: E402

from training.export import to_int8, to_onnx  # noqa: E402
from training.model import Network  # noqa: E402
from training.rounding import WEIGHT_STEPS, round_layers, spreads  # noqa: E402
from training.shipped import read_back  # noqa: E402

IDS = np.array([[2, 11, 5, 3, 40, 41, 42, 7, 3], [2, 9, 8, 3, 50, 5, 5, 60, 3]])
TYPES = np.repeat(np.arange(9) >= 4, 2).reshape(9, 2).T.astype(np.int64)
KEPT = np.array([0, 4, 5, 6, 7])


@pytest.fixture(scope="module")
def base(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("base")
    torch.manual_seed(3)
    config = transformers.BertConfig(
        vocab_size=80, hidden_size=32, num_hidden_layers=2, num_attention_heads=4, intermediate_size=64
    )
    transformers.BertModel(config, add_pooling_layer=False).save_pretrained(folder)
    return folder


@pytest.fixture
def net(base):
    torch.manual_seed(4)
    net = Network.from_base(base).eval()
    with torch.no_grad():
        for name, p in net.named_parameters():
            p += torch.randn_like(p) * (0.3 if "LayerNorm" in name else 0.1)  # biases and norms start as nothing
    return net


def largest(net):
    """One channel of each layer far larger than the rest."""
    linears = {n: m for n, m in net.bert.encoder.named_modules() if isinstance(m, torch.nn.Linear)}
    return {n: torch.linspace(0.5, 9.0, m.in_features) for n, m in linears.items()}


def by_network(net):
    with torch.inference_mode():
        ids, types = torch.from_numpy(IDS), torch.from_numpy(TYPES)
        return np.stack([x.numpy() for x in net(ids, types, torch.ones_like(ids))])


def by_file(path, kept=KEPT):
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    return np.stack(session.run(None, {"input_ids": IDS, "token_type_ids": TYPES, "kept": kept}))


def test_in_float32_it_is_the_network(net, tmp_path):
    to_onnx(net, tmp_path / "a.onnx")
    # Two in a thousand: GELU is computed by a tanh.
    np.testing.assert_allclose(by_file(tmp_path / "a.onnx"), by_network(net)[..., KEPT], atol=2e-3)


def test_in_int8_it_is_nearly_the_network(net, tmp_path):
    to_int8(net, tmp_path / "a.onnx", largest(net))
    expected = by_network(net)[..., KEPT]
    assert np.abs(by_file(tmp_path / "a.onnx") - expected).max() < 0.1 * expected.std()


def test_it_rounds_as_training_does(net, tmp_path):
    """What is left is how GELU is computed, and here and there a step more or less."""
    tops = largest(net)
    plain = by_network(net)[..., KEPT]
    round_layers(net.bert.encoder, tops)
    rounded = by_network(net)[..., KEPT]
    to_int8(net, tmp_path / "a.onnx", tops)
    off = np.abs(by_file(tmp_path / "a.onnx") - rounded).mean()
    assert off < 0.5 * np.abs(plain - rounded).mean()


def test_what_is_kept_does_not_depend_on_what_else_is(net, tmp_path):
    to_onnx(net, tmp_path / "a.onnx")
    everything = by_file(tmp_path / "a.onnx", np.arange(IDS.shape[1]))
    np.testing.assert_allclose(by_file(tmp_path / "a.onnx"), everything[..., KEPT], atol=1e-5)


def test_read_back_each_weight_is_half_a_step_off_at_most(net, base, tmp_path):
    tops = largest(net)
    to_int8(net, tmp_path / "a.onnx", tops)
    back, trained = read_back(tmp_path / "a.onnx", base).state_dict(), net.state_dict()
    assert back.keys() == trained.keys()
    stretched = {f"bert.encoder.{n}.weight": spread for n, spread in spreads(net.bert.encoder, tops).items()}
    for name, weight in trained.items():
        off = (back[name] - weight).abs()
        if name in stretched:
            step = (weight * stretched[name]).abs().amax(1, keepdim=True) / WEIGHT_STEPS
            off = off * stretched[name]
        else:
            step = weight.abs().amax(1, keepdim=True) / 127 if "word_embeddings" in name else torch.zeros(())
        assert (off <= 0.501 * step).all(), name


def test_written_again_it_gives_the_same(net, base, tmp_path):
    to_int8(net, tmp_path / "a.onnx", largest(net))
    to_onnx(read_back(tmp_path / "a.onnx", base), tmp_path / "b.onnx")
    one, other = by_file(tmp_path / "a.onnx"), by_file(tmp_path / "b.onnx")
    assert np.abs(one - other).max() < 0.05 * one.std()
