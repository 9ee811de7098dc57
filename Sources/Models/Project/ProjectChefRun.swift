package import Chef

/// What a Chef provisioner of a build converges, up to the first recipe.
package struct ProjectChefRun: Sendable {
  package let owner: ComponentReference
  package let run: ChefRun
}
