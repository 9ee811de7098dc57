import Diagnostics
package import Host
package import Source

/// Where a playbook's roles are looked for.
package struct RoleSearch: Sendable {
  package enum State: Sendable, Hashable {
    /// The role's folder.
    case found(String)
    /// No folder of the name; one that is near.
    case missing(near: String?)
    case unknown(UnknownReason)
  }

  /// Single roles by the name under which they are staged.
  package let roles: [String: String]
  /// Folders in which roles lie.
  package let folders: [String]
  /// Why a role that is not found may be there all the same; nil where it surely is not.
  package let missing: UnknownReason?

  package init(roles: [String: String], folders: [String], missing: UnknownReason?) {
    self.roles = roles
    self.folders = folders
    self.missing = missing
  }

  /// What a mention of a role leads to.
  package func state(of use: RoleUse, in files: any FileTree) -> State {
    switch use.name {
    case .absent: return .unknown(UnknownReason("the entry names no role", at: use.location))
    case .unknown(let reason): return .unknown(reason)
    case .value(let name):
      if let path = roles[name] { return .found(path) }
      for folder in folders {
        let path = folder + "/" + name
        if files.status(path)?.kind == .directory { return .found(path) }
      }
      if let missing { return .unknown(missing) }
      if name.contains(".") || name.contains("/") {
        return .unknown(
          UnknownReason("it may be the role of a collection, or a path on the guest", at: use.location))
      }
      return .missing(near: Suggestion.nearest(to: name, among: names(in: files)))
    }
  }

  private func names(in files: any FileTree) -> [String] {
    let found = folders.flatMap { folder in
      ((try? files.list(folder)) ?? []).filter { files.status("\(folder)/\($0)")?.kind == .directory }
    }
    return Set(roles.keys).union(found).sorted()
  }
}
