"""XSLT 3.0 runs: `saxon.Saxon` is the one door to the engine."""
