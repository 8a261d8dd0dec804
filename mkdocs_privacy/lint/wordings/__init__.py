"""What the rules about wording look for: one table for each, by language."""
