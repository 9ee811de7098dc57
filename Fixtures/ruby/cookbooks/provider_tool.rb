use_inline_resources if defined?(use_inline_resources)

def whyrun_supported?
  true
end

action :install do
  if @current_resource.exists
    Chef::Log.info "#{@new_resource} already there - nothing to do."
  else
    converge_by("install #{@new_resource}") do
      install!(new_resource.version) && new_resource.updated_by_last_action(true)
    end
  end
end

def load_current_resource
  @current_resource = Chef::Resource::Tool.new(@new_resource.name)
  @current_resource.version(@new_resource.version)
  cmd = shell_out("tool --version")
  @current_resource.exists = cmd.exitstatus.zero? && !!(cmd.stdout =~ /#{Regexp.escape(@new_resource.version.to_s)}/)
  @current_resource
end

private

def install!(version = nil, *flags, force: false, **)
  cmd = ['tool', 'install']
  cmd << version if version
  cmd.concat flags.map { |f| "--#{f}" }
  shell_out!(cmd.join(' '), timeout: 60) unless force
end
