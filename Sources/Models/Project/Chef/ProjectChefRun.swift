package import Chef

/// What a Chef provisioner of a build converges.
package struct ProjectChefRun: Sendable {
  package let owner: ComponentReference
  package let client: ChefClient
  package let run: ChefRun
  /// What its run list compiles to; nil where it surely ends before, and where nothing is known of Chef.
  package let compilation: Compilation?
  /// The Ruby files of the cookbooks that the run list leads to.
  package let rubyFiles: [ProjectRubyFile]
}
