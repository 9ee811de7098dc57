package import Diagnostics
package import Source

/// A Chef run that no template asks for: a suite of Test Kitchen, a role or a recipe.
package struct StandaloneRun: Sendable {
  /// What people call it.
  package let name: String
  package let setup: ChefSetup
  /// The machines that it may be for, as their images would be called, nil for one of which nothing is known: what breaks
  /// on each of them is a fault.
  package var platforms: [String?] = [nil]
  package var isContainer = false
  /// The recipe that runs by itself, where nothing says what does: one that another includes is looked at there.
  package var recipe: RecipeName?

  /// Where the file begins that runs by itself.
  package var start: Location? { recipe == nil ? nil : setup.runList.items.first?.location }
}

/// The runs of a folder, with what could not be told on the way to them.
package struct StandaloneRuns: Sendable {
  package var runs: [StandaloneRun] = []
  /// Sentences for people.
  package var remarks: [String] = []
  package var diagnostics: [Diagnostic] = []
}
