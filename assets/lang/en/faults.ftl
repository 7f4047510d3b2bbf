# What can go wrong with a feed, and what to do next. $http is the status of the answer, 0 when there was none.

# A fault and its cause in the server's or library's words.
fault-because = { $fault }: { $detail }

fault-dns = The host name cannot be found
fault-dns-remedy = Check the spelling of the address and your network connection. umland tries again later.
fault-connect = The server cannot be reached
fault-connect-remedy = The server may be down for a while, or your network blocks it. umland tries again later.
fault-tls = The connection is not secure
fault-tls-remedy = The publisher has to repair the certificate. Check your computer’s clock, and whether the address still belongs to the publisher.
fault-timeout = The server takes too long
fault-timeout-remedy = umland tries again later. A slow server may need a longer time limit in [fetch] of the configuration.
fault-status = { $http ->
    [401] The server asks for a login (401)
    [402] The server asks for payment (402)
    [403] The server denies access (403)
    [404] There is nothing at this address (404)
    [407] The proxy asks for a login (407)
    [451] The server may not show it, for legal reasons (451)
   *[other] The server answers with an error ({ $http })
}
fault-status-remedy = { $http ->
    [401] Give the login with "headers" of this feed in the configuration.
    [402] The feed is for subscribers. Ask the publisher for an address with your access.
    [403] The publisher blocks readers, or the feed wants a login. Open the web site to see whether the feed has moved.
    [404] The feed has probably moved. Look for its new address: umland add, with the address of the web site.
    [407] Set the proxy’s user and password in the environment variable https_proxy.
    [451] Nothing can be done from here.
   *[other] The fault is the server’s. umland tries again later, less and less often.
}
fault-gone = The feed was shut down for good
fault-gone-remedy = umland does not ask for it any more. Remove it, or look for a successor: umland add, with the address of the web site. Your archive stays.
fault-throttled = The server asks to be left alone for a while
fault-throttled-remedy = umland waits as long as the server wants. A longer interval for this feed in the configuration helps.
fault-too-large = The feed is larger than allowed
fault-too-large-remedy = If it is really meant to be that large, raise max_bytes in [fetch] of the configuration.
fault-redirect = The server leads nowhere
fault-redirect-remedy = Open the web site and look for the feed’s present address: umland add, with the address of the web site.
fault-body = The answer is damaged or breaks off
fault-body-remedy = This is usually over at the next attempt. umland tries again later.
fault-protocol = The server does not answer as a web server should
fault-protocol-remedy = Check the address and its port number. umland tries again later.
fault-not-a-feed = This is not a feed
fault-not-a-feed-remedy = It may be a web page: umland add, with its address, looks for its feeds. On a public network you may have to log in first.
fault-parse = The feed is too broken to be read
fault-parse-remedy = Tell the publisher. umland tries again later.
fault-hostile = The document is built to break programs
fault-hostile-remedy = umland does not open it. Remove the feed unless you trust the publisher.
fault-wall = The page asks for consent, or whether you are a robot, in place of the article
fault-wall-remedy = Open the page in a browser. umland does not go around such questions and does not keep them as text.
fault-address = umland does not fetch this address
fault-address-remedy = Only http, https and file addresses are fetched, and addresses in your own network only when the configuration names them. Correct the address in the configuration.
fault-file = The file cannot be read
fault-file-remedy = Check that the file exists and that you may read it.
fault-archive = The archive could not take it
fault-archive-remedy = Nothing was lost, umland tries again later. Free some space, or see what umland doctor says.
fault-internal = umland made a mistake
fault-internal-remedy = The feed was left out, nothing was lost. Please report it with the details.
