extension CommandBlock {
  /// The lines of a Jenkinsfile, each cut behind the braces that open a block and before those that close one, so that the
  /// commands of a block stand by themselves.
  static func pieces(ofPipeline lines: [Line]) -> [Line] {
    lines.flatMap { line in pieces(of: line.text).map { Line(number: line.number, text: $0) } }
  }

  private static func pieces(of line: String) -> [String] {
    var pieces: [String] = []
    var piece = ""
    var quote: Unicode.Scalar?
    var before: Unicode.Scalar?
    var isVariable = false
    func end() {
      if piece.unicodeScalars.contains(where: { $0 != " " && $0 != "\t" }) { pieces.append(piece) }
      piece = ""
    }
    for sign in line.unicodeScalars {
      let isOutside = quote == nil && !isVariable
      if sign == "'" || sign == "\"", quote == nil || quote == sign { quote = quote == nil ? sign : nil }
      if isOutside, sign == "}" { end() }
      piece.unicodeScalars.append(sign)
      if isVariable, sign == "}" { isVariable = false }
      if isOutside, sign == "{" {
        if before == "$" { isVariable = true } else { end() }
      }
      before = sign
    }
    end()
    return pieces
  }
}
