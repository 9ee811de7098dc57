import GoTemplate
import Source
import Sprig
import Testing

/// Numbers at the ends of their range: functions wrap round or refuse as Go's do, and end.
struct LargeNumberTests {
  private static let least = "(atoi \"-9223372036854775808\")"
  private static let most = "9223372036854775807"

  private static let values: [(String, String)] = [
    ("add \(most) 1", "-9223372036854775808"), ("add1 \(most)", "-9223372036854775808"),
    ("sub \(least) 1", "9223372036854775807"), ("mul \(most) 2", "-2"),
    ("mul \(least) -1", "-9223372036854775808"),
    ("div \(least) -1", "-9223372036854775808"), ("mod \(least) -1", "0"), ("mod \(most) 10", "7"),
    ("max \(least) \(most)", most), ("min \(least) \(most)", "-9223372036854775808"),
    ("int64 1e300", "-9223372036854775808"), ("int -1e300", "-9223372036854775808"),
    ("int \"9223372036854775808\"", "0"), ("int \"-9223372036854775808\"", "-9223372036854775808"),
    ("int \"--9223372036854775808\"", "0"), ("int \"-0x8000000000000000\"", "-9223372036854775808"),
    ("int \"1_000\"", "1000"), ("int \"1__0\"", "0"),
    ("atoi \"99999999999999999999\"", most), ("atoi \"-99999999999999999999\"", "-9223372036854775808"),
    ("atoi \"0x10\"", "0"), ("toDecimal \"7777777777777777777777777\"", "0"),
    ("float64 \"1e400\"", "0"), ("float64 \"inf\"", "+Inf"),
    ("round 1.5 -9223372036854775807", "NaN"), ("round 1234.5 -2", "1200"), ("round 1e300 400", "NaN"),
    ("until 0", "[]"), ("until -3", "[0 -1 -2]"), ("untilStep 0 \(least) 1", "[]"),
    ("untilStep 1 2 0", "[]"), ("untilStep \(least) 0 \(most)", "[-9223372036854775808 -1]"),
    ("seq \(most) \(most)", ""), ("seq \(least) \(most)", ""), ("seq 5 1 1", ""), ("seq 3 -1 1", "3 2 1"),
    ("seq 1 2 3 4", ""),
    ("trunc \(most) \"abc\"", "abc"), ("trunc \(least) \"abc\"", "abc"),
    ("substr 1 \(most) \"abc\"", "bc"), ("substr 0 \(least) \"abc\"", "abc"),
    ("substr \(least) 2 \"abc\"", "ab"),
    ("abbrev \(most) \"abc\"", "abc"), ("abbrevboth \(most) \(most) \"abc\"", "abc"),
    ("repeat \(most) \"\"", ""), ("splitn \",\" \(most) \"a,b\"", "map[_0:a _1:b]"),
    ("wrap \(most) \"a b\"", "a b"), ("wrap \(least) \"a b\"", "a\nb"),
    ("chunk \(most) (list 1 2)", "[[1 2]]"),
    ("regexFindAll \"a\" \"aa\" \(most)", "[a a]"), ("regexSplit \",\" \"a,b\" \(least)", "[a b]"),
    ("plural \"one\" \"many\" \(least)", "many"),
    ("duration \"\(most)\"", "-1s"), ("duration \"9223372036\"", "2562047h47m16s"),
    ("ago \(least)", "2562047h47m16.854775807s"),
    ("date \"2006-01-02 15:04:05 Mon\" \(most)", "292277026596-12-04 15:30:07 Sun"),
    ("date \"2006-01-02\" -62135596801", "0000-12-31"),
    ("semver \"1.2.99999999999999999999\" | len", "ERROR"),
  ]

  @Test(arguments: values)
  func `comes to what Go makes of it`(_ expression: String, _ expected: String) {
    let result = Self.result(of: expression)
    if expected == "ERROR" {
      #expect(result.hasPrefix("ERROR"), "\(result)")
    } else {
      #expect(result == expected)
    }
  }

  @Test(arguments: [
    ("-1.5s", "-2"), ("9223372036s", "9223372036"), ("2562048h", "0"), ("-2562047h", "-9223369200"),
  ])
  func `moves moments as far as Go does`(_ span: String, _ expected: String) {
    let expression = "toDate \"2006-01-02\" \"1970-01-01\" | dateModify \"\(span)\" | unixEpoch"
    #expect(Self.result(of: expression) == expected)
  }

  private static let refusals: [(String, String)] = [
    ("div 1 0", "divide by zero"), ("mod 1 0", "divide by zero"),
    ("until \(most)", "more than 65536 numbers"), ("untilStep \(least) \(most) 1", "more than 65536 numbers"),
    ("seq \(least) 0", "more than 65536 numbers"),
    ("repeat \(most) \"ab\"", "more than 1 MiB"), ("repeat \(least) \"ab\"", "negative Repeat count"),
    ("indent \(most) \"a\"", "more than 1 MiB"), ("nindent -1 \"a\"", "negative Repeat count"),
    ("substr 5 9 \"abc\"", "slice bounds out of range [5:3]"),
    ("substr -1 9 \"abc\"", "slice bounds out of range [:9] with length 3"),
    ("substr 2 1 \"abc\"", "slice bounds out of range [2:1]"),
    ("slice (list 1) 0 \(most)", "slice index out of bounds"),
    ("slice (list 1) \(least)", "slice index out of bounds"),
    ("index (list 1) \(most)", "index out of range"), ("index (list 1) \(least)", "index out of range"),
    ("randInt \(least) \(most)", "invalid argument to Intn"), ("randAlpha \(most)", "more than 64 KiB"),
    (
      "mustDateModify \"9223372036854775808ns\" (toDate \"2006\" \"2000\")",
      #"invalid duration "9223372036854775808ns""#
    ),
    ("unixEpoch \(least)", "wrong type for value; expected time.Time; got int"),
    ("dateModify \"1s\" \(most)", "for arg of type time.Time"),
    ("getHostByName \"localhost\"", "must not depend on a network"), ("genCA 1 2", "keys or passwords"),
  ]

  @Test(arguments: refusals)
  func `refuses what would not end, and what Go refuses`(_ expression: String, _ reason: String) {
    let result = Self.result(of: expression)
    #expect(result.hasPrefix("ERROR ") && result.contains(reason), "\(result)")
  }

  /// Every function with numbers at the ends in every place: none of them may bring the program down.
  @Test func `takes any number in any place`() {
    let numbers = [
      Self.least, Self.most, "0", "-1", "1e300", "-1e300", "\"x\"", "(list 1 2)", "(float64 \"nan\")",
    ]
    for name in Self.names {
      for first in numbers {
        for second in numbers {
          _ = Self.result(of: "\(name) \(first) \(second)")
          for third in [Self.least, Self.most, "\"a,b\""] {
            _ = Self.result(of: "\(name) \(first) \(second) \(third)")
          }
        }
        _ = Self.result(of: "\(name) \(first)")
        _ = Self.result(of: "\(name) \"a b\" \(first)")
      }
    }
  }

  private static let names = [
    "add", "add1", "sub", "mul", "div", "mod", "max", "min", "int", "int64", "float64", "atoi", "toDecimal",
    "floor",
    "ceil", "round", "addf", "add1f", "subf", "mulf", "divf", "maxf", "minf", "until", "untilStep", "seq",
    "trunc",
    "substr", "abbrev", "abbrevboth", "indent", "nindent", "wrap", "wrapWith", "repeat", "plural", "splitn",
    "regexFindAll", "regexSplit", "chunk", "slice", "index", "len", "printf", "print", "randInt", "randAlpha",
    "randAscii", "date", "dateInZone", "htmlDate", "htmlDateInZone", "unixEpoch", "dateModify", "ago",
    "duration",
    "toDate", "semver", "semverCompare", "toJson", "toString", "ternary", "eq", "lt", "kindOf", "b64enc",
    "dig",
  ]

  private static func result(of expression: String) -> String {
    let template = GoTemplate(
      DerivedText(SourceFile(FileID("test"), bytes: Array("{{\(expression)}}".utf8))))
    switch SprigTemplate(.none).render(template, variables: [:]) {
    case .success(let text): return text.string
    case .failure(let fault): return "ERROR \(fault.message)"
    }
  }
}
