import Source

/// `containerRunOptions`: how the containers of command tests are started.
struct RunOptions: Sendable {
  let user: String?
  let isPrivileged: Bool
  let terminal: Located<Bool>?
  /// Names of variables of the caller that are handed on.
  let variables: [Located<String>]
  let variablesFile: Located<String>?
  let capabilities: [Located<String>]
  /// `SOURCE:DESTINATION[:OPTIONS]`.
  let mounts: [Located<String>]

  /// Whether any is given; in the original the tests' own variables are lost then.
  var isSet: Bool {
    user != nil || isPrivileged || terminal?.value == true || !variables.isEmpty || variablesFile != nil
      || !capabilities.isEmpty || !mounts.isEmpty
  }
}
