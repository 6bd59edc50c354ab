"""The rule files as data: one frozen dataclass per YAML construct.

Field names are the Dutch keys of the files, so a reader of a rule file and a reader of this
package use the same words. Nothing here knows how a file is read or what a rule means.
"""
