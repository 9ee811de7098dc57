import Source

/// A call of Packer as a Makefile, a script or a CI file writes it.
struct PackerCall: Sendable, Hashable {
  /// The file and line that hold it.
  let origin: String
  /// Folders in which the call may run, absolute, the likeliest first.
  let folders: [String]
  let arguments: Arguments

  /// What a call is given.
  struct Arguments: Sendable, Hashable {
    /// The template as the call names it.
    let template: String
    /// The files of `-var-file`.
    let variableFiles: [String]
    /// The variables of `-var`, those left out that the run makes or that are secret by their names.
    let variables: [Variable]
    /// The names of those whose values the run makes.
    let openVariables: [String]

    /// What names the template or a file, and is known to the run alone.
    var unclear: [String] { ([template] + variableFiles).filter { $0.contains("$") } }
  }

  /// A variable with its value.
  struct Variable: Sendable, Hashable {
    let name: String
    let value: String
  }
}

extension PackerCall.Arguments {
  /// Reads the words of a command; nil for any other than `packer build` and `packer validate` of a named template.
  init?(_ words: [String]) {
    guard let program = words.firstIndex(where: { ["packer", "packer.exe"].contains(TreePath.name($0)) }),
      program + 1 < words.count, ["build", "validate"].contains(words[program + 1])
    else { return nil }
    var files: [String] = []
    var variables: [PackerCall.Variable] = []
    var open: [String] = []
    var template: String?
    var rest = words[(program + 2)...]
    while let word = rest.popFirst() {
      let name = word.drop { $0 == "-" }.prefix { $0 != "=" }
      guard word.hasPrefix("-") else {
        // What a redirection names, and what another program is given, is no template.
        if word.contains(">") || word == "}" { break }
        template = word
        continue
      }
      let value = word.contains("=") ? String(word.drop { $0 != "=" }.dropFirst()) : nil
      if name == "var-file" { files.append(value ?? rest.popFirst() ?? "") }
      if name == "var" {
        let assignment = value ?? rest.popFirst() ?? ""
        if let variable = Self.variable(assignment) { variables.append(variable) }
        if let name = Self.openVariable(assignment) { open.append(name) }
      }
      if ["only", "except", "on-error", "parallel-builds"].contains(name), value == nil {
        _ = rest.popFirst()
      }
    }
    guard let template else { return nil }
    self.template = template
    variableFiles = files.filter { !$0.isEmpty }
    self.variables = variables
    openVariables = open
  }

  /// The name of a variable whose value the run makes; a secret one is left out without a word.
  private static func openVariable(_ assignment: String) -> String? {
    guard let equals = assignment.firstIndex(of: "="), assignment[equals...].contains("$") else { return nil }
    let name = String(assignment[..<equals])
    return name.isEmpty || name.contains("$") || SecretName.mayBe(name) ? nil : name
  }

  private static func variable(_ assignment: String) -> PackerCall.Variable? {
    guard let equals = assignment.firstIndex(of: "="), !assignment.contains("$"), !assignment.contains("{{")
    else {
      return nil
    }
    let name = String(assignment[..<equals])
    let value = String(assignment[assignment.index(after: equals)...])
    guard !name.isEmpty, !SecretName.mayBe(name), SecretShape.all(in: Array(value.utf8), for: .hiding).isEmpty
    else {
      return nil
    }
    return PackerCall.Variable(name: name, value: value)
  }
}
