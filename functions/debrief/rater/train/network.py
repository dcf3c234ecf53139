"""The network: small sentence encoders that read context and message at once, and sixteen heads on each."""

import torch
from torch import nn
from transformers import BertModel

from messages import CRITERIA


class Rater(nn.Module):
    """Says of every word piece how likely it helps to show a criterion, and of the message whether it shows it.

    Each criterion looks at the message through the pieces that its own first head points at, and trusts the surest one.
    """

    def __init__(self, base):
        super().__init__()
        self.encoder = BertModel.from_pretrained(base, add_pooling_layer=False, attn_implementation="eager")
        size = self.encoder.config.hidden_size
        self.dropout = nn.Dropout(0.15)
        self.pieces = nn.Linear(size, len(CRITERIA))
        self.weights = nn.Parameter(torch.randn(len(CRITERIA), size) * 0.02)
        self.whole = nn.Linear(size, len(CRITERIA))
        self.trust = nn.Parameter(torch.full((len(CRITERIA),), 0.5))

    def forward(self, input_ids, attention_mask, token_type_ids):
        hidden = self.encoder(input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids)[0]
        return self.judged(hidden, token_type_ids)

    def judged(self, hidden, token_type_ids):
        hidden = self.dropout(hidden)
        pieces = self.pieces(hidden)
        outside = (token_type_ids == 0).unsqueeze(-1)
        own = pieces.float().masked_fill(outside, -1e4)
        seen = torch.matmul(torch.softmax(own, dim=1).transpose(1, 2).to(hidden.dtype), hidden)
        message = (seen * self.weights).sum(-1) + self.whole(hidden[:, 0]) + self.trust * own.max(dim=1).values
        return message, pieces


class Panel(nn.Module):
    """Several raters of one message, of whose judgements the mean counts. Their embeddings are the base's and so the same."""

    def __init__(self, raters, known):
        super().__init__()
        self.raters = nn.ModuleList(raters)
        self.embeddings = raters[0].encoder.embeddings
        for rater in raters:
            if not torch.equal(rater.encoder.embeddings.word_embeddings.weight, self.embeddings.word_embeddings.weight):
                raise ValueError("the raters' embeddings differ; train them with the base's, frozen")
        self.embeddings.word_embeddings = nn.Embedding.from_pretrained(self.embeddings.word_embeddings.weight[known])

    def forward(self, ids, kinds):
        embedded = self.embeddings(input_ids=ids, token_type_ids=kinds)
        judgements = [one.judged(one.encoder.encoder(embedded)[0], kinds) for one in self.raters]
        message, pieces = zip(*judgements)
        return torch.stack(message).mean(0), torch.stack(pieces).mean(0)
