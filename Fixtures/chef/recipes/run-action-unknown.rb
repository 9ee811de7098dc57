#= sure 5 unknownAction("instal", resource: "package", allowed: ["nothing", "install", "upgrade", "remove", "purge", "reconfig", "lock", "unlock"])
package 'curl' do
  action :nothing
end
resources('package[curl]').run_action(:instal)
