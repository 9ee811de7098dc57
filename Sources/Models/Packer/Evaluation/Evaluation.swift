package import Source

/// What a template comes to with given inputs: its builds with rendered options, and everything that is wrong on the way.
package struct Evaluation: Sendable {
  package let builds: [Build]
  package let faults: [EvaluationFault]
  /// The variables by name with their values; sensitive ones are secrets.
  package let variables: [String: Known<RunText>]
  /// Every read of a variable, with the place of its name.
  package let variableUses: [Located<String>]

  package init(
    builds: [Build], faults: [EvaluationFault], variables: [String: Known<RunText>],
    variableUses: [Located<String>]
  ) {
    self.builds = builds
    self.faults = faults
    self.variables = variables
    self.variableUses = variableUses
  }

  /// The same with only those faults for which Packer 1.6.6 refuses the template.
  package var refusals: Evaluation {
    Evaluation(
      builds: builds, faults: faults.filter(\.isRefused), variables: variables, variableUses: variableUses)
  }
}
