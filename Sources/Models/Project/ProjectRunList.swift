package import Ansible
package import Chef
package import Puppet
package import Source

/// What a Chef provisioner of a build converges.
package struct ProjectRunList: Sendable {
  package let owner: ComponentReference
  package let cookbooks: CookbookCollection
  package let resolution: RunListResolution
}

/// What a Puppet provisioner of a build applies.
package struct ProjectManifest: Sendable {
  package let owner: ComponentReference
  package let manifests: Manifests
  package let modules: ModuleCollection
}

/// A role that a play of a build names.
package struct ProjectRole: Sendable {
  package let owner: ComponentReference
  package let playbook: FileID
  package let use: RoleUse
  package let state: RoleSearch.State
}
