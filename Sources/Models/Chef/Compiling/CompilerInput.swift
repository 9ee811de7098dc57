/// What a run list is compiled from.
package struct CompilerInput: Sendable {
  package let run: ChefRun
  package let resources: ResourceShelf
  package let facts: NodeFacts

  package init(run: ChefRun, resources: ResourceShelf, facts: NodeFacts) {
    self.run = run
    self.resources = resources
    self.facts = facts
  }
}
