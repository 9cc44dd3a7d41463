"""What Block Kit allows: one table of shapes, and a small engine that reads it.

The table is made from Slack's reference (docs.slack.dev/reference/block-kit), and the words of
the faults from what Slack is known to answer; where the reference and what Slack was seen to
accept disagree, the stricter of the two stands.
"""
