#= sure 2 ArgumentError
with_run_context(:nope) do
  log 'x'
end
