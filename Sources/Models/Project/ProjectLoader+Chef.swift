import Chef
import Host
import Packer
import Source

extension ProjectLoader {
  /// Looks up what a Chef provisioner would converge.
  mutating func loadRunList(_ subject: Subject) {
    let items = runList(subject)
    let present = own.filter { $0.state == .present }
    let cookbooks = CookbookCollection.load(
      present.filter { $0.kind == .cookbookPath }.compactMap(\.path), from: &store)
    let roles = present.first { $0.kind == .rolesPath }?.path.map { RoleFolder.load($0, from: store) }
    let scope = RunListScope(
      cookbooks: cookbooks, missingCookbooks: doubt(subject, about: .cookbookPath), roles: roles,
      missingRoles: doubt(subject, about: .rolesPath))
    let resolution = scope.resolve(items, from: &store)
    runLists.append(ProjectRunList(owner: subject.reference, cookbooks: cookbooks, resolution: resolution))
  }

  /// The `run_list` option, or the one inside `json` where it is empty.
  private func runList(_ subject: Subject) -> [RunListItem] {
    let own = subject.options.values("run_list")
    let inner: [OptionValue]
    if case .map(let entries)? = subject.options["json"]?.content,
      let value = entries.last(where: { $0.key.value == "run_list" })?.value
    {
      if case .list(let items) = value.content { inner = items } else { inner = [value] }
    } else {
      inner = []
    }
    return (own.isEmpty ? inner : own).compactMap { value in
      value.text.value?.value.complete.map { RunListItem($0, at: value.location) }
    }
  }

  /// Why something that no given folder holds may be on the guest all the same.
  private func doubt(_ subject: Subject, about kind: FileReference.Kind) -> UnknownReason? {
    if subject.component.type.value == "chef-client" {
      return UnknownReason("chef-client takes cookbooks and roles from where its configuration says")
    }
    for option in ["config_template", "remote_cookbook_paths", "execute_command"] {
      guard let value = subject.options[option], option != "remote_cookbook_paths" || kind == .cookbookPath
      else { continue }
      return UnknownReason("`\(option)` may name further folders", at: value.location)
    }
    let broken = own.first { $0.kind == kind && $0.state != .present }
    return broken.map {
      UnknownReason("a folder of `\($0.option.value)` cannot be looked at", at: $0.location)
    }
  }
}
