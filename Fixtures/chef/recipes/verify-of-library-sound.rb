class Chef
  class Resource
    class File
      class Verification
        class Nginx < Verification
          provides :nginx
        end
      end
    end
  end
end
file '/etc/app.conf' do
  content 'a'
  verify :nginx
end
