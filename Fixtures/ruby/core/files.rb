def t
  yield
rescue StandardError => e
  "#{e.class}: #{e.message}"
end
puts File.join("a", "b"), File.join("/a/", "/b"), File.join("a"), File.join.inspect, File.join("a", ["b", ["c"]]), File.join("", "a"), File.join("a", ""), File.join("a//", "b"), File.join("/", "x"), File.join("a", "/")
puts File.basename("/a/b.rb"), File.basename("/a/b.rb", ".rb"), File.basename("/a/b.rb", ".*"), File.basename("/"), File.basename("a/"), File.basename(""), File.basename("b.tar.gz", ".gz"), File.basename(".bashrc", ".*"), File.basename("rb", "rb")
puts File.dirname("/a/b/c"), File.dirname("a"), File.dirname("/a"), File.dirname("/"), File.dirname("a/b/"), File.dirname("/a//b"), File.dirname("/a/b/c", 2), File.dirname("")
puts File.extname("a.rb"), File.extname("a").inspect, File.extname(".bashrc").inspect, File.extname("a.tar.gz"), File.extname("a.").inspect, File.extname("/x.d/y").inspect, File.split("/a/b").inspect, File.split("b").inspect
puts File.expand_path("/a/../b"), File.expand_path("c", "/a/b"), File.expand_path("../c", "/a/b"), File.expand_path("/a/./b//c/"), File.absolute_path?("/a"), File::SEPARATOR, File.expand_path("/..")
require "pathname"
q = Pathname.new("/usr/local")
puts q, (q + "bin"), q.join("lib", "x"), q.basename, q.dirname, q.parent, q.extname.inspect, q.absolute?, q.to_s, q / "a", (q + "../x"), (q + "/abs"), Pathname.new("a/../b").cleanpath, q == Pathname.new("/usr/local"), q.inspect, q.each_filename.to_a.inspect, Pathname("x").relative?, q.root?, Pathname.new("a.rb").basename(".rb"), Pathname.new("/a/b/..").cleanpath, [Pathname.new("b"), Pathname.new("a")].sort.map(&:to_s).inspect, File.join(q, "z"), File.basename(q)
puts t { File.join("a", nil) }, t { File.join(1) }, t { File.basename(nil) }, t { File.dirname(1) }
puts Pathname.new('a/b.rb').sub_ext('.txt'), Pathname.new('a.d/b').sub_ext('.txt'), Pathname.new('a.tar.gz').sub_ext('')
puts Pathname.new('/a/b/c').relative_path_from(Pathname.new('/a/d')), Pathname.new('a').relative_path_from(Pathname.new('a'))
puts Pathname.new('/').relative_path_from(Pathname.new('/a/./b/../c')), Pathname.new('../x').relative_path_from(Pathname.new('y'))
puts((Pathname.new('a').relative_path_from(Pathname.new('/b')) rescue $!.message))
puts((Pathname.new('a').relative_path_from(Pathname.new('../b')) rescue $!.message))
