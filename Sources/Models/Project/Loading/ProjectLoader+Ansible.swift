import Ansible
import Host
import Packer
import ShellSyntax
import Source

extension ProjectLoader {
  /// Looks up the roles that an Ansible provisioner's playbooks name.
  mutating func loadRoles(_ subject: Subject) {
    let own = self.own.filter { $0.state == .present }
    for reference in own where reference.kind == .playbook {
      guard let path = reference.path else { continue }
      do throws(HostError) {
        let playbook = Playbook.parse(try store.read(path))
        let search = search(subject, playbook: path, own)
        for use in playbook.roles {
          let state = search.state(of: use, in: store.files)
          roles.append(
            ProjectRole(owner: subject.reference, playbook: playbook.file, use: use, state: state))
        }
      } catch {
        markUnreadable(path, error)
      }
    }
  }

  private func search(_ subject: Subject, playbook: String, _ own: [FileReference]) -> RoleSearch {
    if subject.component.type.value == "ansible" {
      let folder = folder(of: playbook)
      return RoleSearch(
        roles: [:], folders: [folder + "/roles", folder],
        missing: UnknownReason("it may be installed on the host", at: subject.component.type.location))
    }
    var roles: [String: String] = [:]
    for reference in own where reference.kind == .role {
      if let path = reference.path, let name = path.split(separator: "/").last { roles[String(name)] = path }
    }
    let folders = own.filter { $0.option.value == "playbook_dir" }.compactMap(\.path)
    return RoleSearch(
      roles: roles, folders: folders.flatMap { [$0 + "/roles", $0] }, missing: doubt(subject, own))
  }

  /// Why a role that is not staged may be on the guest all the same.
  private func doubt(_ subject: Subject, _ own: [FileReference]) -> UnknownReason? {
    if let value = subject.options["galaxy_file"] {
      return UnknownReason("the galaxy file may bring it", at: value.location)
    }
    for option in ["command", "extra_arguments"] {
      let texts = subject.options.texts(option).map(\.value.shown)
      if let value = subject.options[option],
        texts.contains(where: { $0.contains("ROLES_PATH") || $0.contains("ANSIBLE_CONFIG") })
      {
        return UnknownReason("`\(option)` may name further folders", at: value.location)
      }
    }
    for folder in own where folder.option.value == "playbook_dir" {
      guard let path = folder.path, store.files.status(path + "/ansible.cfg") != nil else { continue }
      return UnknownReason("`\(path)/ansible.cfg` may name further folders", at: folder.location)
    }
    let earlier = scripts.first { script in
      script.owner.build == subject.build.name
        && script.script.calls.contains { $0.name.value == "ansible-galaxy" }
    }
    return earlier.map { UnknownReason("`\($0.name)` may bring it with ansible-galaxy", at: $0.location) }
  }

  private func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return String(path[..<slash])
  }
}
