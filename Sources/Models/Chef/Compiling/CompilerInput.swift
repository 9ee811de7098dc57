/// What a run list is compiled from.
package struct CompilerInput: Sendable {
  package let run: ChefRun
  package let resources: ResourceShelf
  package let facts: NodeFacts
  let removed: RemovedFeatures
  /// Where Ruby is parsed.
  package let programs: ProgramShelf
  let extent: Compilation.Extent

  package init(
    run: ChefRun, resources: ResourceShelf, facts: NodeFacts, removed: RemovedFeatures? = nil,
    programs: ProgramShelf = ProgramShelf(), extent: Compilation.Extent = .whole
  ) {
    self.extent = extent
    self.removed = removed ?? .none
    self.programs = programs
    self.run = run
    self.resources = resources
    self.facts = facts
  }
}
