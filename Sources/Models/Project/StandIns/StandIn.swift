package import Source

/// The container that stands in for the machine of a build, and why it does.
package struct StandIn: Sendable {
  /// What led to the image.
  package enum Evidence: Sendable {
    /// The words of the builder, with their place and the option that holds them.
    case words(Located<String>, option: String)
    /// The user named the image: on the command line, or at a place of the settings.
    case named(Location?)
  }

  package let image: String
  package let evidence: Evidence
  /// Who works on the machine.
  package let user: String
  /// What is put into the container first, as the machine has it.
  package let packages: [String]
  /// What the container cannot show: one clause each.
  package let limits: [String]

  package init(
    image: String, evidence: Evidence, user: String, packages: [String] = [], limits: [String] = []
  ) {
    self.image = image
    self.evidence = evidence
    self.user = user
    self.packages = packages
    self.limits = limits
  }
}

/// What became of the question which container stands in for the machine of a build.
package enum StandInChoice: Sendable {
  /// None is asked for; the image that would be chosen, where the words tell it.
  case notAsked(suggestion: String?)
  case chosen(StandIn)
  /// Why none can be chosen, and what to write where that helps.
  case impossible(UnknownReason)
}
