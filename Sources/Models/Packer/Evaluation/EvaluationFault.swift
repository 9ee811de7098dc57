package import Source

/// What is wrong with variables, names and `{{…}}` of a template; rules word it.
package struct EvaluationFault: Sendable, Hashable {
  package enum Problem: Sendable, Hashable {
    // Variables
    /// Read in a component, declared nowhere: Packer renders it as an empty text.
    case undeclaredVariable(String, nearest: [String])
    /// Read in the default or value of another variable, declared nowhere: an error for Packer.
    case undeclaredVariableInVariable(String, in: String, nearest: [String])
    /// The variables read each other, in this order.
    case variableCycle([String])
    case requiredVariableMissing(String)
    /// Declared, and read nowhere.
    case unusedVariable(String)
    /// `sensitive-variables` names no declared variable.
    case unknownSensitiveVariable(String, nearest: [String])
    /// A file of `-var-file` that cannot be read, with the reason; the place is the template's start.
    case variableFileUnreadable(String, reason: String)
    /// A file of `-var-file` that is not an object of texts.
    case variableFileMalformed(String, variable: String?)

    // Rendering
    case templateSyntax(String)
    case unknownFunction(String, nearest: [String])
    /// A function that only newer releases have.
    case newerFunction(String)
    /// A function that Packer took away; what replaces it.
    case removedFunction(String, replacement: String?)
    /// A function that is known, but not in this place; where it is.
    case functionNotAllowed(String, allowed: String)
    case wrongArgumentCount(String, expected: ClosedRange<Int>, got: Int)
    case wrongArgument(String, position: Int, expected: String)
    /// A call that fails, in words.
    case failedCall(String, reason: String)
    /// A call that asks a server: what it answers cannot be told.
    case undecidableCall(String)
    /// What a variable comes to is a text that components cannot render.
    case unrenderableVariable(String)
    /// `{{.Name}}` where no such field is given: it renders as `<no value>`.
    case fieldWithoutValue(String, available: [String])
    /// `{{build "KEY"}}` with a key that the builder does not give.
    case unknownBuildValue(String, available: [String])
    /// `{{build "KEY"}}` with a key that only newer releases give.
    case newerBuildValue(String)
    /// `{{build "KEY"}}` in a builder.
    case buildValueInBuilder(String)

    // Structure
    case noBuilders
    case duplicateBuilderName(String, first: Location)
    case unknownComponent(ConfiguredComponent.Kind, String, nearest: [String])
    /// A type that a plugin of other people brings.
    case foreignComponent(ConfiguredComponent.Kind, String, plugin: String)
    /// A type that Packer gave up; what took its place.
    case removedComponent(ConfiguredComponent.Kind, String, replacement: String?)
    /// A component that is known, but not to the Packer that everybody has.
    case unavailableComponent(ConfiguredComponent.Kind, String, Component.Availability)
    /// A name in `only`, `except` or `override` that no builder has.
    case unknownBuild(String, key: String, known: [String])
    case onlyAndExcept
    case notInteger(String, key: String)
    case malformedVersion(String)
    case newerVersionNeeded(String)
  }

  package let problem: Problem
  package let location: Location
  /// The builds that it concerns, where not all.
  package let builds: [String]
  /// Whether Packer 1.6.6 refuses the template for it.
  package let isRefused: Bool

  package init(_ problem: Problem, at location: Location, builds: [String] = [], isRefused: Bool = true) {
    self.problem = problem
    self.location = location
    self.builds = builds
    self.isRefused = isRefused
  }
}
