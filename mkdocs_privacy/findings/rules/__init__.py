"""The rules of the product, one module for each subject: the letters of an id name the module.

A number is never given twice, also where its rule is gone. The rules of `mkdocs_privacy.lint` have
letters of their own.
"""

from mkdocs_privacy.findings.rules.product import PRODUCT_RULES

__all__ = ["PRODUCT_RULES"]
