package import Source

/// A call of a package manager in a script, as the manager can be asked about it.
package struct PackageQuery: Sendable {
  package enum Work: Sendable {
    /// The lists of packages are fetched anew.
    case refresh
    /// The packages, each with its place.
    case install([Located<String>])
  }

  package let manager: PackageManager
  package let work: Work
  /// The words of the call behind the program, without the packages; `verb` is the place of the one that says what is done.
  package let words: [String]
  package let verb: Int
  /// The place of the program's name.
  package let location: Location
  /// Whether the script fails where the call does.
  package let isSure: Bool
  /// The place of what may have added packages to the lists that the image does not have; nil where nothing has.
  package let addedSources: Location?

  init(
    _ manager: PackageManager, _ work: Work, words: [String], verb: Int, at location: Location, isSure: Bool,
    addedSources: Location?
  ) {
    self.manager = manager
    self.work = work
    self.words = words
    self.verb = verb
    self.location = location
    self.isSure = isSure
    self.addedSources = addedSources
  }
}
