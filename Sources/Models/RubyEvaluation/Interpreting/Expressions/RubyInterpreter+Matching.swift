import RubySyntax

extension RubyInterpreter {
  /// Sets the variables that the groups of `/(?<name>…)/ =~ value` name, once it was evaluated.
  func bindGroups(of node: RubyNode, _ frame: Frame) {
    let tree = frame.program.tree
    guard case .regularExpression(let parts, _) = tree.shape(of: node) else { return }
    var source: [UInt8] = []
    for part in tree.nodes(in: parts) {
      guard case .text = tree.shape(of: part) else { return }
      source += tree.bytes(of: part)
    }
    for name in PatternTranslator.groupNames(in: source) {
      let value: RubyValue =
        switch frame.home.lastMatch {
        case .object(let object): (object.payload as? RubyMatch)?.value(named: name) ?? .nil
        case .unknown(let doubt): .unknown(doubt)
        default: .nil
        }
      setLocal(symbol(name), value, frame)
    }
  }
}

extension RubyMatch {
  /// The string of the last group of a name that took part.
  func value(named name: String) -> RubyValue {
    let values = names.filter { $0.name == name }.map { value($0.group) }
    return values.last { !$0.isNil } ?? .nil
  }
}
