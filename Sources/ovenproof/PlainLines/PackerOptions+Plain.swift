extension PackerOptions {
  /// Takes a switch that is written with `=`; false for any other word.
  mutating func take(_ word: String) -> Bool {
    guard let mark = word.firstIndex(of: "=") else { return false }
    let value = String(word[word.index(after: mark)...])
    guard !value.isEmpty else { return false }
    switch word[..<mark] {
    case "-only", "--only": only.append(value)
    case "-except", "--except": except.append(value)
    case "-var-file", "--var-file": varFile.append(value)
    case "-var" where value.contains("="), "--var" where value.contains("="): `var`.append(value)
    default: return false
    }
    return true
  }
}
