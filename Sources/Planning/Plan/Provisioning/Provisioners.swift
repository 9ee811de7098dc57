import Packer
import Project
import Source

/// The provisioners that are known, by type.
enum Provisioners {
  /// What a provisioner does, by its type.
  static func work(_ input: ProvisionerInput) -> ProvisionerWork {
    switch input.component.type.value {
    case "shell": ShellProvisioner(input).work()
    case "file": FileProvisioner(input: input).work()
    case "shell-local": ShellLocalProvisioner(input: input).work()
    case "chef-solo": ChefSoloProvisioner(input).work()
    case "chef-client": ChefClientProvisioner(input).work()
    case "puppet-masterless": PuppetMasterlessProvisioner(input).work()
    case "puppet-server": PuppetServerProvisioner(input).work()
    case "ansible": AnsibleProvisioner(input).work()
    case "ansible-local": AnsibleLocalProvisioner(input).work()
    case "salt-masterless": SaltMasterlessProvisioner(input).work()
    case "converge": ConvergeProvisioner(input: input).work()
    default: OtherProvisioners.work(input)
    }
  }
}
