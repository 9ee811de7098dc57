extension CommandValues {
  /// The variables of a Makefile that are set once, whatever is asked of it.
  init(ofMakefile lines: [CommandBlock.Line]) {
    self.init()
    var written: [String: [String]] = [:]
    var depth = 0
    for line in lines where !line.text.hasPrefix("\t") {
      let text = line.text.drop { $0 == " " }
      if ["ifeq", "ifneq", "ifdef", "ifndef"].contains(where: text.hasPrefix) { depth += 1 }
      if text.hasPrefix("endif") { depth = max(0, depth - 1) }
      guard let (name, value) = Self.makeAssignment(String(text)) else { continue }
      // What a condition decides is no constant.
      written[name, default: []] += depth > 0 ? [value, ""] : [value]
    }
    let constants = written.compactMapValues { Set($0).count == 1 ? $0[0] : nil }
    // One may be made of others.
    for _ in 0..<4 {
      for (name, value) in constants {
        set(name, to: expansions(of: [value]).map { $0.joined(separator: " ") })
      }
    }
  }

  /// The name and the value of a line such as `ENV ?= prod`; a target's own variable differs from target to target.
  private static func makeAssignment(_ line: String) -> (name: String, value: String)? {
    guard let equals = line.firstIndex(of: "=") else { return nil }
    var head = line[..<equals]
    while let last = head.last, ":?".contains(last) { head.removeLast() }
    let words = head.split(separator: " ").drop { ["export", "override"].contains($0) }
    var value = line[line.index(after: equals)...].drop { $0 == " " || $0 == "\t" }
    if let comment = value.firstIndex(of: "#") { value = value[..<comment] }
    while value.last == " " || value.last == "\t" { value.removeLast() }
    guard let name = words.last, CommandText.isName(name) else { return nil }
    let isCommon = words.count == 1
    // An own value beside the common one makes the name ambiguous.
    return (String(name), isCommon ? String(value) : "$(\(name))")
  }
}
