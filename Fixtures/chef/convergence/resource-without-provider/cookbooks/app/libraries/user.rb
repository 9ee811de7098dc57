class Chef::Provider::AppUser < Chef::Provider
  provides :app_user

  def load_current_resource; end

  def action_create; end
end
