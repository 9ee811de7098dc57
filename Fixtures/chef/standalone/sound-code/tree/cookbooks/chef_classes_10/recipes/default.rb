log Chef::DSL::Recipe.instance_methods.to_s
log Chef::Mixin::ShellOut.shell_out('ls').to_s
log Chef::Mixin::PowershellExec.powershell_exec('x').to_s
log Chef::Mixin::Securable.to_s
log Chef::Mixin::Template::TemplateContext.new({}).to_s
log Chef::Mixin::Checksum.new.checksum('x') rescue nil
log Chef::Digester.checksum_for_file('/x')
log Chef::Digester.instance.to_s
log Chef::Exceptions::Exec.new('x').to_s
log Chef::Exceptions::Package.to_s
log Chef::Exceptions::ValidationFailed.new('x').message
log Chef::Node::ImmutableMash.new({'a' => 1})['a'].to_s
