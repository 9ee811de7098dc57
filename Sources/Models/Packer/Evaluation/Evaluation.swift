package import Source

/// What a template comes to with given inputs: its builds with rendered options, and everything that is wrong on the way.
package struct Evaluation: Sendable {
  package let builds: [Build]
  /// Components whose `only` names no build that there is, as the first build would see them: they run in none, and
  /// what is wrong with them would come up once the name is mended.
  package let strays: [ConfiguredComponent]
  package let faults: [EvaluationFault]
  /// The variables by name with their values; sensitive ones are secrets.
  package let variables: [String: Known<RunText>]
  /// Every read of a variable, with the place of its name.
  package let variableUses: [Located<String>]

  package init(
    builds: [Build], strays: [ConfiguredComponent] = [], faults: [EvaluationFault],
    variables: [String: Known<RunText>], variableUses: [Located<String>]
  ) {
    self.builds = builds
    self.strays = strays
    self.faults = faults
    self.variables = variables
    self.variableUses = variableUses
  }

  /// The variables without a default that nobody has given.
  package var missingVariables: [String] {
    faults.compactMap { if case .requiredVariableMissing(let name) = $0.problem { name } else { nil } }
  }

  /// The same with only those faults for which Packer 1.6.6 refuses the template.
  package var refusals: Evaluation {
    Evaluation(
      builds: builds, strays: strays, faults: faults.filter(\.isRefused), variables: variables,
      variableUses: variableUses)
  }
}
