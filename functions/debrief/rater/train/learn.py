"""Trains the network on some authors and rates others with it."""

import math
import random
import time

import numpy as np
import torch
from tokenizers import Tokenizer

from messages import CRITERIA, Variation
from network import Rater

CONTEXT_PIECES = 64
TEXT_PIECES = 300
BATCH_PIECES = 1400
PIECE_WEIGHT = 3.0
PIECE_SHOWN = 2.0
SMOOTHING = 0.02


class Pieces:
    """Cuts a message into word pieces with the bits of the characters beneath them."""

    def __init__(self, base):
        self.tokenizer = Tokenizer.from_file(f"{base}/tokenizer.json")
        self.tokenizer.no_truncation()
        self.tokenizer.no_padding()
        self.cls, self.sep = self.tokenizer.token_to_id("[CLS]"), self.tokenizer.token_to_id("[SEP]")

    def of(self, message):
        context = self.tokenizer.encode(message.context, add_special_tokens=False).ids[:CONTEXT_PIECES]
        text = self.tokenizer.encode(message.text, add_special_tokens=False)
        ids = [self.cls] + context + [self.sep] + text.ids[:TEXT_PIECES] + [self.sep]
        kinds = [0] * (len(context) + 2) + [1] * min(len(text.ids), TEXT_PIECES) + [0]
        bits = [0] * (len(context) + 2) + [shown(message.bits[a:b]) for a, b in text.offsets[:TEXT_PIECES]] + [0]
        return ids, kinds, bits


def shown(bits):
    result = 0
    for bit in bits:
        result |= bit
    return result


def batches(cut, shuffle=None):
    """Messages of like length together, so that little is padded; yields the places of the messages."""
    order = list(range(len(cut)))
    if shuffle:
        shuffle.shuffle(order)
        order.sort(key=lambda i: len(cut[i][0]) + shuffle.uniform(0, 12))
    else:
        order.sort(key=lambda i: len(cut[i][0]))
    groups, group, longest = [], [], 0
    for i in order:
        longest = max(longest, len(cut[i][0]))
        if group and longest * (len(group) + 1) > BATCH_PIECES:
            groups.append(group)
            group, longest = [], len(cut[i][0])
        group.append(i)
    groups.append(group)
    if shuffle:
        shuffle.shuffle(groups)
    return groups


def tensors(cut):
    longest = max(len(ids) for ids, _, _ in cut)
    ids, mask, kinds = (torch.zeros(len(cut), longest, dtype=torch.long) for _ in range(3))
    bits = torch.zeros(len(cut), longest, dtype=torch.long)
    for i, (piece, kind, bit) in enumerate(cut):
        ids[i, : len(piece)], mask[i, : len(piece)] = torch.tensor(piece), 1
        kinds[i, : len(piece)], bits[i, : len(piece)] = torch.tensor(kind), torch.tensor(bit)
    targets = (bits.unsqueeze(-1) >> torch.arange(len(CRITERIA))) & 1
    return ids, mask, kinds, targets.float()


def loss_of(net, cut, labels):
    ids, mask, kinds, targets = tensors(cut)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        message, pieces = net(ids, mask, kinds)
    entropy = torch.nn.functional.binary_cross_entropy_with_logits
    whole = entropy(message.float(), labels * (1 - SMOOTHING) + SMOOTHING / 2)
    own = (kinds == 1).unsqueeze(-1)
    each = entropy(pieces.float(), targets, reduction="none", pos_weight=torch.tensor(PIECE_SHOWN)) * own
    per_message = each.sum((1, 2)) / (own.sum((1, 2)) * len(CRITERIA))
    return whole + PIECE_WEIGHT * per_message.mean()


def train(messages, base, epochs, rate, seed, net=None, say=print):
    """A network trained on the messages, from the base or, if one is given, from a trained one."""
    torch.manual_seed(seed)
    order, vary, cutter = random.Random(seed), Variation(seed), Pieces(base)
    net = net or Rater(base)
    net.encoder.embeddings.requires_grad_(False)
    heads = [p for n, p in net.named_parameters() if not n.startswith("encoder")]
    body = [p for n, p in net.named_parameters() if n.startswith("encoder") and p.requires_grad]
    optimiser = torch.optim.AdamW(
        [{"params": body, "lr": rate}, {"params": heads, "lr": rate * 10}], weight_decay=0.02)
    steps = epochs * len(batches([cutter.of(m) for m in messages]))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1, step / (0.1 * steps)) * max(0.02, 0.5 * (1 + math.cos(math.pi * min(1, step / steps)))))
    for epoch in range(epochs):
        net.train()
        varied = [vary.of(m) for m in messages]
        cut = [cutter.of(m) for m in varied]
        labels = torch.tensor([m.labels() for m in messages]).float()
        total, began = 0.0, time.time()
        groups = batches(cut, order)
        for group in groups:
            loss = loss_of(net, [cut[i] for i in group], labels[group])
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            total += loss.item()
        say(f"  epoch {epoch + 1}: loss {total / len(groups):.4f}, {time.time() - began:.0f} s", flush=True)
    return net.eval()


@torch.no_grad()
def rate(net, messages, base):
    """Message logits (messages x criteria) and, of each message, its pieces' logits."""
    cutter = Pieces(base)
    cut = [cutter.of(m) for m in messages]
    logits, pieces = np.zeros((len(cut), len(CRITERIA))), [None] * len(cut)
    for group in batches(cut):
        ids, mask, kinds, _ = tensors([cut[i] for i in group])
        with torch.autocast("cpu", dtype=torch.bfloat16):
            whole, each = net(ids, mask, kinds)
        for place, i in enumerate(group):
            logits[i] = whole[place].float().numpy()
            own = kinds[place] == 1
            pieces[i] = each[place][own].float().numpy()
    return logits, pieces
