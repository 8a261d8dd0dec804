/* Written in the files one folder up. */
(()=>{{let e=()=>{let[a]=performance.getEntriesByType("navigation");a&&new URL(a.name).pathname!==location.pathname&&location.reload()};e(),window.addEventListener("popstate",e)}})();
