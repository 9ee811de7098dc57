package import Puppet

/// What a Puppet provisioner of a build applies.
package struct ProjectManifest: Sendable {
  package let owner: ComponentReference
  package let manifests: Manifests
  package let modules: ModuleCollection
}
