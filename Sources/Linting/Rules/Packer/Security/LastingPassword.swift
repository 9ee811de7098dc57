package import Diagnostics
package import Lint
import Packer
package import Project
import ShellSyntax
import Source

/// Reports images in which the password of the build still opens the door.
package struct LastingPassword: ProjectRule {
  package static let id: RuleID = "packer/lasting-password"
  package static let findsSecrets = true

  /// Builders whose image starts with the account that the build used.
  private static let builders: Set = [
    "qemu", "vmware-iso", "vmware-vmx", "vsphere-iso", "vsphere-clone", "proxmox-iso", "proxmox-clone",
    "proxmox",
    "virtualbox-iso", "virtualbox-ovf", "parallels-iso", "hyperv-iso", "cloudstack", "openstack",
    "amazon-ebs",
  ]
  /// What a step says that takes the password away, or that the image is not to be logged into with one.
  private static let endings = [
    "passwd -l", "passwd -d", "passwd --lock", "passwd --delete", "usermod -L", "usermod --lock",
    "usermod -e",
    "userdel", "deluser", "chage", "PasswordAuthentication", "cloud-init clean", "sysprep", "virt-sysprep",
  ]

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    for build in project.builds where Self.builders.contains(build.builder.type.value) {
      guard let value = build.builder.options["ssh_password"], let password = value.string,
        SecretShape.isLiteral(password), !isBox(build), !mayEnd(build, in: project)
      else { continue }
      findings.add(
        "the password of the build opens every machine that the image becomes", at: value.location,
        help: "let the last step lock it (`passwd --lock`), or switch password logins off in sshd",
        secrets: [value.location])
    }
  }

  /// Whether it becomes a box of Vagrant, whose password everybody knows on purpose.
  private func isBox(_ build: Build) -> Bool {
    build.builder.options.string("ssh_username") == "vagrant"
      || build.postProcessors.flatMap { $0 }.contains { $0.type.value.hasPrefix("vagrant") }
  }

  /// Whether a step takes the password away, or does something that cannot be read.
  private func mayEnd(_ build: Build, in project: Project) -> Bool {
    let scripts = project.scripts.filter { $0.owner.build == build.name && !$0.isOnHost }
    if scripts.contains(where: { script in Self.endings.contains { script.script.text.bytes.mentions($0) } })
    {
      return true
    }
    let read = Set(scripts.map(\.owner.position))
    return build.provisioners.contains { component in
      switch component.type.value {
      case "file", "shell-local", "sleep", "breakpoint": false
      case "shell": !read.contains(component.position)
      default: true
      }
    }
  }
}
