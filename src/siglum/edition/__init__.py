"""An edition and the order of its steps: the one place that knows both.

`locate` opens an edition; `encode`, `validate`, `build` and `decode` are the steps. Nothing is
imported here, so that each command loads what it needs.
"""
