"""embed.py MODEL.onnx TOKENIZER.json OUT.npy < lines: what a sentence model says of each line, as unit vectors (float16)."""
import sys

import numpy as np
import onnxruntime
import tokenizers

BATCH = 64
LONGEST = 200

model, tokenizer, out = sys.argv[1:]
session = onnxruntime.InferenceSession(model)
encoder = tokenizers.Tokenizer.from_file(tokenizer)
encoder.enable_truncation(LONGEST)
tokens = [line.ids for line in encoder.encode_batch(sys.stdin.read().splitlines())]
order = sorted(range(len(tokens)), key=lambda i: len(tokens[i]))
vectors = np.zeros((len(tokens), 512), np.float16)
for first in range(0, len(order), BATCH):
    batch = order[first : first + BATCH]
    longest = max(len(tokens[i]) for i in batch)
    ids = np.zeros((len(batch), longest), np.int64)
    mask = np.zeros_like(ids)
    for row, i in enumerate(batch):
        ids[row, : len(tokens[i])] = tokens[i]
        mask[row, : len(tokens[i])] = 1
    # The vector of the first token stands for the sentence.
    said = session.run(None, {'input_ids': ids, 'attention_mask': mask, 'token_type_ids': np.zeros_like(ids)})[0][:, 0]
    vectors[batch] = said / np.linalg.norm(said, axis=1, keepdims=True)
np.save(out, vectors)
