package import Ansible
package import Source

/// A role that a play of a build names.
package struct ProjectRole: Sendable {
  package let owner: ComponentReference
  package let playbook: FileID
  package let use: RoleUse
  package let state: RoleSearch.State
}
