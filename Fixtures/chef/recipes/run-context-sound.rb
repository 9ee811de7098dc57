with_run_context(:root) { log 'x' }
with_run_context(run_context) { log 'x' }
with_run_context(:parent) { log 'x' } if run_context.respond_to?(:parent_run_context) && node['fqdn'] == 'x'
