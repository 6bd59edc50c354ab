"""The findings of `controleer` as a file: a page for people, SARIF for review tools."""
