//! HTTP: conditional GET, limits, politeness. The only module that knows reqwest.
