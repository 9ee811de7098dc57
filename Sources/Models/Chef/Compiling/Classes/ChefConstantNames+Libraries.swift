/// Which files of Chef there are to `require` is told by the constants that they define.
extension ChefConstantNames {
  /// Whether a part of a library's path, `shell_out`, is called as some constant of Chef is, `ShellOut`.
  static func have(wordsJoined part: Substring) -> Bool { plainNames.contains(plain(part)) }

  private static let plainNames = Set(names.map { plain($0[...]) })

  private static func plain(_ name: Substring) -> [UInt8] {
    name.utf8.filter { $0 != UInt8(ascii: "_") }.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }
}
