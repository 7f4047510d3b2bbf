# The reader on the built-in edition.
demo:
    cargo run --release -- demo

# What CI runs.
check:
    .ci/run

# Rewrites golden files; read the diff.
bless:
    BLESS=1 cargo test

# Licences, sources, duplicates of the dependencies (needs cargo-deny).
deny:
    cargo deny check licenses bans sources

# Benchmarks (divan).
bench:
    cargo bench
