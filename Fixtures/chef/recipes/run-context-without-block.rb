#= sure 2 ArgumentError
with_run_context :root
