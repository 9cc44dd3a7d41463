"""The shipped program beside a bare Bolt app on the same stack; README.md says what came out."""
