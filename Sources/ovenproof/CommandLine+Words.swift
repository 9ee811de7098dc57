/// The names under which the program takes another tool's command line.
extension CommandLine {
  private static let aliases = [StructureTestCommand.name, GossCommand.name, DGossCommand.name]

  /// The words behind the program's name; where that is another tool's, it stands first as the command.
  static var words: [String] {
    let name =
      arguments.first?.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) } ?? ""
    return (aliases.contains(name) ? [name] : []) + arguments.dropFirst()
  }
}
