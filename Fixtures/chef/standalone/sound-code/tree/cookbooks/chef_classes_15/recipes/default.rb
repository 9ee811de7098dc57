log resources('log[x]').to_s rescue nil
log recipe_fqn rescue nil
log params.to_s
log to_s
log self.class.to_s
log run_context.class.to_s
log tagged?('x').to_s
log tag('x').to_s
log untag('x').to_s
log platform?('debian').to_s
log platform_family?('debian').to_s
log value_for_platform_family('debian' => 1).to_s
